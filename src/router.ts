import { createRouter, createWebHashHistory } from 'vue-router'
import ProgressView from '@/views/progress/ProgressView.vue'

/** The address stands behind `#`, so that any static server will do. The leaders' view is the first page. */
export const router = createRouter({
  history: createWebHashHistory(),
  routes: [
    { path: '/progress', component: ProgressView },
    { path: '/:rest(.*)*', redirect: (to) => ({ path: '/progress', query: to.query }) },
  ],
})
